package io.patchbay.company.invitation;

/**
 * An invitation that was created.
 *
 * @param link to be shown this once
 * @param mailed whether the mail server accepted it
 */
public record SentInvitation(String email, String link, boolean mailed) {}
