package io.patchbay.deployment.archive;

import io.patchbay.deployment.archive.UnusableArchiveException.ArchiveFault;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;

/** Tells the archive how much is read from it, and says which file of it is broken. */
final class CountedContent extends FilterInputStream {

    private final String path;
    private final InstallerArchive archive;

    CountedContent(InputStream in, String path, InstallerArchive archive) {
        super(in);
        this.path = path;
        this.archive = archive;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        try {
            int count = super.read(into, from, most);
            archive.count(Math.max(0, count));
            return count;
        } catch (ZipException e) {
            throw new UnusableArchiveException(ArchiveFault.UNREADABLE, path);
        }
    }
}
