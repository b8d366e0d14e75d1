package io.patchbay.event;

import io.patchbay.event.head.LogKeys;
import org.springframework.stereotype.Component;

/** Signs files that leave the portal and may come back, with the published keys that sign the heads of the log. */
@Component
public class FileSignatures {

    private final LogKeys keys;

    FileSignatures(LogKeys keys) {
        this.keys = keys;
    }

    /** What a signature says of a file. */
    public enum Verdict {
        VALID,
        /** The file or the signature was changed. */
        WRONG,
        /** Another installation signed it, or a key that is not known any more. */
        UNKNOWN_KEY
    }

    /**
     * The signature of a file, to be kept beside it: a JSON Web Signature with detached content (RFC 7515, appendix F).
     *
     * @param type what kind of file it is: a signature of another kind is none
     */
    public String sign(String type, byte[] file) {
        return keys.signBeside(type, file);
    }

    /** Whether this portal signed that file, which is of that kind. */
    public Verdict verdict(String type, byte[] file, String signature) {
        return keys.verifiesBeside(type, file, signature)
                .map(valid -> valid ? Verdict.VALID : Verdict.WRONG)
                .orElse(Verdict.UNKNOWN_KEY);
    }
}
