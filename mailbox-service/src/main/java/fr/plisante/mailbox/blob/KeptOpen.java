package fr.plisante.mailbox.blob;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A content closes its own wrappers to make them whole; the store decides when the blob itself is done. */
final class KeptOpen extends FilterOutputStream {

    KeptOpen(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }
}
