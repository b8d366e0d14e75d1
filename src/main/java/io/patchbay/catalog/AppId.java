package io.patchbay.catalog;

import java.util.regex.Pattern;

/** Identifies an application of the catalogue: its WinGet package identifier, such as {@code 7zip.7zip}. */
public record AppId(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{N}_+\\-]+(\\.[\\p{L}\\p{N}_+\\-]+){1,7}");
    private static final int LONGEST = 128;

    /**
     * Takes an identifier.
     *
     * @throws IllegalArgumentException where it has not the form of one
     */
    public AppId {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a package identifier");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
