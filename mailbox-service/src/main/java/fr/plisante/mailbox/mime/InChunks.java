package fr.plisante.mailbox.mime;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Gathers what comes byte by byte. The JDK's own buffer takes a lock for each byte, which was half of the work of sending a
 * message. Used by one thread.
 */
final class InChunks extends OutputStream {

    private final OutputStream out;
    private final byte[] chunk = new byte[8 * 1024];
    private int length;

    InChunks(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
        if (length == chunk.length) {
            flush();
        }
        chunk[length++] = (byte) one;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        flush();
        out.write(bytes, from, count);
    }

    /** Hands on what was gathered; what is behind is not flushed. */
    @Override
    public void flush() throws IOException {
        out.write(chunk, 0, length);
        length = 0;
    }

    /** Hands on what was gathered; what is behind stays open. */
    @Override
    public void close() throws IOException {
        flush();
    }
}
