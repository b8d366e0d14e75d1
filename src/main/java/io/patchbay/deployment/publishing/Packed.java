package io.patchbay.deployment.publishing;

import io.patchbay.microsoft.intune.BlockUpload;
import io.patchbay.microsoft.intune.EncryptionInfo;
import io.patchbay.microsoft.intune.PackedContent;

/** A packed content in the work folder, and what Intune will need to open it. */
@SuppressWarnings("ArrayRecordComponent")
public record Packed(
        long size,
        long sizeEncrypted,
        byte[] encryptionKey,
        byte[] macKey,
        byte[] initializationVector,
        byte[] mac,
        byte[] fileDigest) {

    static Packed of(PackedContent content) {
        var info = content.info();
        return new Packed(
                content.size(),
                content.sizeEncrypted(),
                info.encryptionKey(),
                info.macKey(),
                info.initializationVector(),
                info.mac(),
                info.fileDigest());
    }

    EncryptionInfo info() {
        return new EncryptionInfo(encryptionKey, macKey, initializationVector, mac, fileDigest);
    }

    public int blocks() {
        return BlockUpload.blocks(sizeEncrypted);
    }

    @Override
    public String toString() {
        return "Packed[size=%d]".formatted(size);
    }
}
