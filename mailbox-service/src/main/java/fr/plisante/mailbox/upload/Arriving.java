package fr.plisante.mailbox.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The bytes of a file on their way in: counted, hashed, stopped at the limit, and told apart from failures of the store. */
final class Arriving extends FilterInputStream {

    private final long announced;
    private final long most;
    private final MessageDigest sha256;
    private long size;

    /** A stream of {@code announced} bytes, -1 if nobody knows how many; more than {@code most} are not taken. */
    Arriving(InputStream in, long announced, long most) throws TooMuch {
        super(in);
        if (announced > most) {
            throw new TooMuch();
        }
        this.announced = announced;
        this.most = most;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** More arrives than there is room for. */
    static final class TooMuch extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** The stream ended before the file did. */
    static final class Cut extends IOException {
        private static final long serialVersionUID = 1L;

        Cut(String reason) {
            super(reason);
        }
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(bytes, from, length);
        } catch (IOException e) {
            throw new Cut(e.toString());
        }
        if (read > 0) {
            size += read;
            if (size > most) {
                throw new TooMuch();
            }
            sha256.update(bytes, from, read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    void requireWhole() throws IOException {
        if (announced >= 0 && size != announced) {
            throw new Cut(size + " of " + announced + " bytes");
        }
    }

    long size() {
        return size;
    }

    /** Of all that arrived; asked once, at the end. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }
}
