package fr.plisante.mailbox.mime;

/** How large an encoded body will be once it is decoded, without decoding it. */
abstract class DecodedSize {

    static DecodedSize of(String encoding) {
        return switch (encoding) {
            case "base64" -> new Base64Size();
            case "quoted-printable" -> new QuotedPrintableSize();
            default -> new PlainSize();
        };
    }

    abstract void add(byte[] bytes, int length);

    /** The size without the last line break, which belongs to the boundary after it. */
    abstract long without(long lineBreak);

    private static final class PlainSize extends DecodedSize {

        private long size;

        @Override
        void add(byte[] bytes, int length) {
            size += length;
        }

        @Override
        long without(long lineBreak) {
            return size - lineBreak;
        }
    }

    private static final class Base64Size extends DecodedSize {

        private long digits;

        @Override
        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                var b = bytes[i];
                if ((b >= 'A' && b <= 'Z')
                        || (b >= 'a' && b <= 'z')
                        || (b >= '0' && b <= '9')
                        || b == '+'
                        || b == '/') {
                    digits++;
                }
            }
        }

        @Override
        long without(long lineBreak) {
            return digits * 3 / 4;
        }
    }

    private static final class QuotedPrintableSize extends DecodedSize {

        private long size;
        private long blanks;
        private int escape;
        private boolean softBreak;
        private boolean endsWithBreak;

        @Override
        void add(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                add(bytes[i]);
            }
        }

        private void add(byte b) {
            if (b == '\r' || b == '\n') {
                if (escape > 0) {
                    softBreak = true;
                    escape = 0;
                }
                blanks = 0;
                size += softBreak ? 0 : 1;
                endsWithBreak = !softBreak;
                softBreak = softBreak && b != '\n';
                return;
            }
            endsWithBreak = false;
            if (escape > 0) {
                escape--;
                size += escape == 0 ? 1 : 0;
            } else if (b == '=') {
                size += blanks;
                blanks = 0;
                escape = 2;
            } else if (b == ' ' || b == '\t') {
                blanks++;
            } else {
                size += blanks + 1;
                blanks = 0;
            }
        }

        @Override
        long without(long lineBreak) {
            return endsWithBreak ? size - lineBreak : size;
        }
    }
}
