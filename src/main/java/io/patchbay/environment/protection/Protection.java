package io.patchbay.environment.protection;

/**
 * How a company protects its connections.
 *
 * @param secondPerson whether a second Full Admin has to confirm a disconnect
 * @param waitHours how long a disconnect can be canceled before it begins; 0 for not at all
 */
public record Protection(boolean secondPerson, int waitHours) {

    /** The longest wait that can be chosen. */
    public static final int LONGEST_WAIT = 168;

    static final Protection NONE = new Protection(false, 0);

    /** Whether a disconnect does not begin at once. */
    public boolean on() {
        return secondPerson || waitHours > 0;
    }

    boolean waitsLongerThan(Protection other) {
        return waitHours > other.waitHours;
    }
}
