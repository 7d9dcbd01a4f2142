package fr.plisante.mailbox.blob;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTests implements BlobsContract {

    @TempDir
    private Path folder;

    @Override
    public Blobs blobs() throws IOException {
        return new FileBlobs(folder);
    }
}
