package io.patchbay.catalog.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An application's icon, or what stands for it.
 *
 * @param icon the address of its icon, where there is one
 * @param letter the first of its name
 * @param hue one of a few colors, always the same for the same name
 */
public record AppTile(@Nullable String icon, String letter, int hue) {

    private static final int HUES = 8;

    static AppTile of(String name, @Nullable String digest) {
        var first =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('?');
        return new AppTile(
                digest == null ? null : "/catalog/icons/" + digest,
                Character.toString(first).toUpperCase(Locale.ROOT),
                Math.floorMod(name.hashCode() * 31, HUES));
    }
}
