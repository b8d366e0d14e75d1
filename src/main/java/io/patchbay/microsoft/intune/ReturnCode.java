package io.patchbay.microsoft.intune;

import java.util.List;

/** What a number with which an installer ends means. */
public record ReturnCode(int code, Meaning meaning) {

    /** The meanings that Intune knows. */
    public enum Meaning {
        SUCCESS("success"),
        SOFT_REBOOT("softReboot"),
        HARD_REBOOT("hardReboot"),
        RETRY("retry"),
        FAILED("failed");

        private final String value;

        Meaning(String value) {
            this.value = value;
        }

        String value() {
            return value;
        }
    }

    /** Those that Intune itself proposes. */
    public static final List<ReturnCode> USUAL = List.of(
            new ReturnCode(0, Meaning.SUCCESS),
            new ReturnCode(1707, Meaning.SUCCESS),
            new ReturnCode(3010, Meaning.SOFT_REBOOT),
            new ReturnCode(1641, Meaning.HARD_REBOOT),
            new ReturnCode(1618, Meaning.RETRY));
}
