package io.patchbay.ui;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in, as the account menu shows it.
 *
 * @param name display name
 * @param email address the person signs in with
 * @param company name of the company being worked in, or nothing before one is chosen
 * @param canSwitchCompany whether there is another company to go to
 * @param operator whether the operator's pages are open to this person
 */
public record Account(String name, String email, @Nullable String company, boolean canSwitchCompany, boolean operator) {

    /** Up to two letters that stand for the person. */
    public String initials() {
        String[] words = this.name.strip().split("\\s+", -1);
        String letters = first(words[0]) + (words.length > 1 ? first(words[words.length - 1]) : "");
        return letters.isEmpty() ? "?" : letters;
    }

    private static String first(String word) {
        return word.codePoints()
                .filter(Character::isLetterOrDigit)
                .limit(1)
                .collect(
                        StringBuilder::new,
                        (s, c) -> s.appendCodePoint(Character.toUpperCase(c)),
                        StringBuilder::append)
                .toString();
    }
}
