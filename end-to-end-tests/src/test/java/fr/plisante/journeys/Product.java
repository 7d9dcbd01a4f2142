package fr.plisante.journeys;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.FileTrees;
import fr.plisante.local.component.MongoServer;
import fr.plisante.samples.SampleData;
import fr.plisante.samples.SamplePerson;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Exactly what {@code ./plisante up} starts, once for all journeys, on ports and data of its own. */
final class Product {

    private static final int PORT_BASE = 18_080;

    private static @Nullable Product running;

    private final Platform platform;
    private final SentCommands sent;
    private final Mails mails;

    private Product(Platform platform, SentCommands sent) {
        this.platform = platform;
        this.sent = sent;
        this.mails = new Mails(platform.url("smtp-sink"));
    }

    static synchronized Product running() {
        if (running == null) {
            running = attached() ? new Product(Platform.at(Layout.fromEnvironment()), new SentCommands()) : started();
        }
        return running;
    }

    /** PLISANTE_JOURNEYS=attach plays them on what {@code ./plisante up} already runs, while one writes them. */
    private static boolean attached() {
        return "attach".equals(System.getenv("PLISANTE_JOURNEYS"));
    }

    private static Product started() {
        var usual = Layout.in(Path.of("target", "plisante"), PORT_BASE);
        var sent = new SentCommands();
        var layout = usual.store() == MongoServer.SECANTUS ? heard(usual, sent) : usual;
        System.out.println("Journeys run on " + layout.store().title());
        // What an earlier run left, processes included: a journey starts from an empty product on whichever store.
        Platform.at(layout).stop();
        FileTrees.delete(layout.data());
        var platform = Platform.start(layout);
        SampleData.load(platform.sampleTarget());
        return new Product(platform, sent);
    }

    /** On a store that explains its plans: its services reach it through a tap, and look for orphans while it listens. */
    private static Layout heard(Layout layout, SentCommands sent) {
        var tap = StoreTap.on(layout.port("mongodb"), sent::hear);
        return layout.withSettings(Map.of(
                "PLISANTE_MONGODB_URI", tap.uri().toString(),
                "PLISANTE_BLOB_SWEEP", "*/20 * * * * *",
                "PLISANTE_BLOB_ORPHAN_AGE", "1m"));
    }

    /** What reached the store so far, if this product's store is listened to. */
    SentCommands sent() {
        return sent;
    }

    /** The store itself, past the tap. */
    String storeUri() {
        return platform.layout().mongodbUri();
    }

    Platform platform() {
        return platform;
    }

    String url() {
        return platform.publicUrl().toString();
    }

    Mails mails() {
        return mails;
    }

    /** A sample person by the beginning of their ordinary address. */
    SamplePerson person(String name) {
        return SampleData.people().stream()
                .filter(person -> person.email().startsWith(name + "."))
                .findFirst()
                .orElseThrow();
    }

    /** The two people of one name: their specialities differ, their towns do not. */
    List<SamplePerson> namesakes() {
        return SampleData.people().stream()
                .filter(person -> person.email().startsWith("camille.martin-fictif"))
                .toList();
    }

    /** The two members of the organisational mailbox. */
    List<SamplePerson> secretaries() {
        return SampleData.secretaries();
    }
}
