package fr.plisante.journeys;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Stands between the services and the store and listens: what it hears is what they really sent, and the product has no
 * recorder that somebody could leave on.
 */
final class StoreTap {

    private static final int HEADER = 16;

    private final ServerSocket door;
    private final int store;
    private final Consumer<ByteBuffer> listener;

    private StoreTap(ServerSocket door, int store, Consumer<ByteBuffer> listener) {
        this.door = door;
        this.store = store;
        this.listener = listener;
    }

    /** Listens to what is sent to the store at this port; the store may start later. */
    static StoreTap on(int store, Consumer<ByteBuffer> listener) {
        try {
            var tap = new StoreTap(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()), store, listener);
            Thread.ofPlatform().daemon().name("store-tap").start(tap::accept);
            return tap;
        } catch (IOException e) {
            throw new IllegalStateException("no port is free for listening to the store", e);
        }
    }

    /** Where the services find the store. */
    URI uri() {
        return URI.create("mongodb://127.0.0.1:" + door.getLocalPort() + "/");
    }

    private void accept() {
        while (true) {
            try {
                var service = door.accept();
                Thread.ofVirtual().start(() -> connect(service));
            } catch (IOException e) {
                throw new IllegalStateException("the tap on the store broke", e);
            }
        }
    }

    private void connect(Socket service) {
        try (service;
                var upstream = new Socket(InetAddress.getLoopbackAddress(), store)) {
            service.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            Thread.ofVirtual().start(() -> answers(upstream, service));
            requests(service.getInputStream(), upstream.getOutputStream());
        } catch (IOException _) {
            // Either side hung up: the driver sees it as it would without the tap.
        }
    }

    private void requests(InputStream service, OutputStream upstream) throws IOException {
        var in = new DataInputStream(service);
        while (true) {
            var header = new byte[HEADER];
            try {
                in.readFully(header);
            } catch (EOFException | SocketException _) {
                return;
            }
            var length = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt();
            var message = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            message.put(header);
            in.readFully(message.array(), HEADER, length - HEADER);
            listener.accept(message.rewind());
            upstream.write(message.array());
        }
    }

    private static void answers(Socket upstream, Socket service) {
        try (upstream;
                service) {
            upstream.getInputStream().transferTo(service.getOutputStream());
        } catch (IOException _) {
            // As above.
        }
    }
}
