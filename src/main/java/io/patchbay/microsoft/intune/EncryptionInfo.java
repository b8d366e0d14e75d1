package io.patchbay.microsoft.intune;

/** What Intune needs to decrypt and check a packed content. It holds keys, so its text shows none of them. */
@SuppressWarnings("ArrayRecordComponent")
public record EncryptionInfo(
        byte[] encryptionKey, byte[] macKey, byte[] initializationVector, byte[] mac, byte[] fileDigest) {

    @Override
    public String toString() {
        return "EncryptionInfo[keys not shown]";
    }
}
