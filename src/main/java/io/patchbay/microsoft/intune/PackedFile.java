package io.patchbay.microsoft.intune;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file to pack, under its name in the content; folders in it are separated by slashes. */
public sealed interface PackedFile {

    String name();

    InputStream open() throws IOException;

    /** A file of any size. */
    record OnDisk(String name, Path path) implements PackedFile {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    /** A small file, such as a script. */
    @SuppressWarnings("ArrayRecordComponent")
    record InMemory(String name, byte[] bytes) implements PackedFile {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** A file that is read from somewhere else, such as an archive. */
    record Streamed(String name, Source source) implements PackedFile {

        /** Opens the file. */
        @FunctionalInterface
        public interface Source {
            InputStream open() throws IOException;
        }

        @Override
        public InputStream open() throws IOException {
            return source.open();
        }
    }
}
