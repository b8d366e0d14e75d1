package io.patchbay.catalog.web;

import io.patchbay.catalog.Architecture;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How architectures are written. */
final class Labels {

    /** One that can be chosen. */
    public record Choice(Architecture value, String label) {}

    private Labels() {}

    static String of(Architecture architecture) {
        return architecture == Architecture.NEUTRAL
                ? "any"
                : architecture.name().toLowerCase(Locale.ROOT).replace("arm", "Arm");
    }

    static String of(Collection<Architecture> architectures) {
        return architectures.stream().map(Labels::of).collect(Collectors.joining(", "));
    }

    static List<Choice> choices(Architecture... architectures) {
        return Arrays.stream(architectures).map(one -> new Choice(one, of(one))).toList();
    }
}
