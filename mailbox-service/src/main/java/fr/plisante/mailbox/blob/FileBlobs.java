package fr.plisante.mailbox.blob;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.util.StreamUtils;

/** Blobs as files of one volume, in 256 folders by the first two letters of their name. */
final class FileBlobs implements Blobs {

    private static final String UNFINISHED = ".part";

    private final Path root;

    FileBlobs(Path root) throws IOException {
        this.root = Files.createDirectories(root);
    }

    @Override
    public BlobId write(Content content) throws IOException {
        var id = new BlobId(UUID.randomUUID().toString());
        var target = path(id);
        var folder = folderOf(target);
        var part = folder.resolve(id.value() + UNFINISHED);
        try {
            try (var file = new FileOutputStream(part.toFile())) {
                var out = new BufferedOutputStream(file, 64 * 1024);
                content.writeTo(StreamUtils.nonClosing(out));
                out.flush();
                file.getChannel().force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
            return id;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(BlobId id) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path(id)), 64 * 1024);
    }

    @Override
    public void delete(BlobId id) throws IOException {
        Files.deleteIfExists(path(id));
    }

    @Override
    public void olderThan(Instant then, Consumer<BlobId> each) throws IOException {
        try (var files = Files.find(
                root,
                2,
                (file, about) -> about.isRegularFile()
                        && about.lastModifiedTime().toInstant().isBefore(then))) {
            for (var file : (Iterable<Path>) files::iterator) {
                var name = String.valueOf(file.getFileName());
                if (name.endsWith(UNFINISHED)) {
                    Files.deleteIfExists(file);
                } else {
                    each.accept(new BlobId(name));
                }
            }
        }
    }

    private Path folderOf(Path target) throws IOException {
        var folder = root.resolve(String.valueOf(target.getFileName()).substring(0, 2));
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            sync(root);
        }
        return folder;
    }

    /** A rename is durable only when its folder is. */
    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path path(BlobId id) {
        return root.resolve(id.value().substring(0, 2)).resolve(id.value());
    }
}
