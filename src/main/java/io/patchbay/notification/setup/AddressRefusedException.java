package io.patchbay.notification.setup;

/** An address cannot be used for a channel; the message is the key of the text that says why. */
public class AddressRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AddressRefusedException(String key) {
        super(key);
    }

    /** The key of the text that says why. */
    public String key() {
        return String.valueOf(getMessage());
    }
}
