package io.patchbay.catalog.source;

import io.patchbay.catalog.manifest.ManifestFile;
import io.patchbay.catalog.manifest.ManifestFolder;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Manifests in a folder of this machine. Links are not followed. */
record FolderSource(Path root) implements ManifestSource {

    private static final int DEEPEST = 24;

    @Override
    public void each(Taker taker) throws SourceException {
        if (!Files.isDirectory(root)) {
            throw new SourceException("Folder not found: " + root);
        }
        var inner = root.resolve("manifests");
        var top = Files.isDirectory(inner) ? inner : root;
        try {
            Files.walkFileTree(top, EnumSet.noneOf(java.nio.file.FileVisitOption.class), DEEPEST, new Walk(top, taker));
        } catch (IOException e) {
            throw new SourceException("The folder can't be read: " + e);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {

        private final Path top;
        private final Taker taker;
        private final Deque<List<ManifestFile>> open = new ArrayDeque<>();

        Walk(Path top, Taker taker) {
            this.top = top;
            this.taker = taker;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (!folder.equals(top) && folder.getFileName().toString().startsWith(".")) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            open.push(new ArrayList<>());
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = file.getFileName().toString();
            var files = open.peek();
            if (files != null && attributes.isRegularFile() && ManifestFile.mayBe(name)) {
                var stamp = attributes.size() + "|" + attributes.lastModifiedTime();
                files.add(new ManifestFile(name, stamp, () -> Files.newInputStream(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                throw failure;
            }
            var files = open.pop();
            var place = top.relativize(folder).toString().replace('\\', '/');
            if (!files.isEmpty() && place.length() <= LONGEST_PATH) {
                taker.take(new ManifestFolder(place, files));
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
