package io.patchbay.deployment.model;

import io.patchbay.microsoft.intune.BlockUpload;
import io.patchbay.microsoft.intune.EncryptionInfo;
import io.patchbay.microsoft.intune.PackedContent;

/**
 * An installer that was packed for Intune, in the work folder of the machine that packed it.
 *
 * @param size of the zip in the clear, in bytes
 * @param sizeEncrypted of the file, in bytes
 * @param encryption what Intune will need to open it
 */
public record PackedInstaller(long size, long sizeEncrypted, EncryptionInfo encryption) {

    public static PackedInstaller of(PackedContent content) {
        return new PackedInstaller(content.size(), content.sizeEncrypted(), content.info());
    }

    /** How many blocks it is uploaded in. */
    public int blocks() {
        return BlockUpload.blocks(sizeEncrypted);
    }
}
