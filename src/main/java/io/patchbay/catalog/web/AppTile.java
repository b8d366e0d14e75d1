package io.patchbay.catalog.web;

import java.util.Locale;

/**
 * What stands for an application's icon.
 *
 * @param letter the first of its name
 * @param hue one of a few colours, always the same for the same name
 */
record AppTile(String letter, int hue) {

    private static final int HUES = 8;

    static AppTile of(String name) {
        var first =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('?');
        return new AppTile(
                Character.toString(first).toUpperCase(Locale.ROOT), Math.floorMod(name.hashCode() * 31, HUES));
    }
}
