package io.patchbay.licensing.key;

import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A license key: 25 characters of an alphabet of 31 without look-alikes, in groups of five. 23 are random (113 bits); the
 * last two are checks over the field of 31 elements, chosen such that the sum of all characters and the sum of all
 * characters times their places are zero. A wrong character, a swap of neighbors, or any two wrong characters break one of
 * them.
 */
public final class LicenseKey {

    public static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 25;
    private static final int GROUP = 5;
    private static final int FIELD = ALPHABET.length();

    private final String characters;

    private LicenseKey(String characters) {
        this.characters = characters;
    }

    public static LicenseKey random(RandomGenerator random) {
        var places = new int[LENGTH];
        for (int i = 0; i < LENGTH - 2; i++) {
            places[i] = random.nextInt(FIELD);
        }
        int sum = sum(places);
        int weighted = weighted(places);
        int last = Math.floorMod((LENGTH - 1) * sum - weighted, FIELD);
        places[LENGTH - 1] = last;
        places[LENGTH - 2] = Math.floorMod(-sum - last, FIELD);
        var text = new StringBuilder();
        for (int place : places) {
            text.append(ALPHABET.charAt(place));
        }
        return new LicenseKey(text.toString());
    }

    /** Reads what somebody typed, in whatever case, with or without dashes and spaces; empty for a typing error. */
    static Optional<LicenseKey> read(String typed) {
        var text = typed.replaceAll("[\\s\\p{Pd}]", "").toUpperCase(Locale.ROOT);
        var places = text.chars().map(ALPHABET::indexOf).toArray();
        if (places.length != LENGTH) {
            return Optional.empty();
        }
        for (int place : places) {
            if (place < 0) {
                return Optional.empty();
            }
        }
        return sum(places) % FIELD == 0 && weighted(places) % FIELD == 0
                ? Optional.of(new LicenseKey(text))
                : Optional.empty();
    }

    private static int sum(int[] places) {
        int sum = 0;
        for (int place : places) {
            sum += place;
        }
        return sum;
    }

    private static int weighted(int[] places) {
        int sum = 0;
        for (int i = 0; i < places.length; i++) {
            sum += (i + 1) * places[i];
        }
        return sum;
    }

    /** The 25 characters without dashes: what is hashed. */
    String characters() {
        return characters;
    }

    /** The last five characters, which may be shown. */
    public String ending() {
        return characters.substring(LENGTH - GROUP);
    }

    /** In groups of five, as it is handed over. */
    public String grouped() {
        return characters.replaceAll("(.{5})(?!$)", "$1-");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "LicenseKey[…" + ending() + "]";
    }
}
