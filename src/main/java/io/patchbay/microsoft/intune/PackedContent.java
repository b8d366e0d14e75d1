package io.patchbay.microsoft.intune;

import java.nio.file.Path;

/**
 * A content ready for upload.
 *
 * @param size of the zip in the clear
 * @param sizeEncrypted of the file
 */
public record PackedContent(Path file, long size, long sizeEncrypted, EncryptionInfo info) {}
