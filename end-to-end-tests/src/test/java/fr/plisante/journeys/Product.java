package fr.plisante.journeys;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.FileTrees;
import fr.plisante.local.sample.SampleData;
import fr.plisante.local.sample.SamplePerson;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Exactly what {@code ./plisante up} starts, once for all journeys, on ports and data of its own. */
final class Product {

    private static final int PORT_BASE = 18_080;

    private static @Nullable Product running;

    private final Platform platform;
    private final Mails mails;

    private Product(Platform platform) {
        this.platform = platform;
        this.mails = new Mails(platform.url("smtp-sink"));
    }

    static synchronized Product running() {
        if (running == null) {
            running = new Product(attached() ? Platform.at(Layout.fromEnvironment()) : started());
        }
        return running;
    }

    /** PLISANTE_JOURNEYS=attach plays them on what {@code ./plisante up} already runs, while one writes them. */
    private static boolean attached() {
        return "attach".equals(System.getenv("PLISANTE_JOURNEYS"));
    }

    private static Platform started() {
        var layout = Layout.in(Path.of("target", "plisante"), PORT_BASE);
        System.out.println("Journeys run on " + layout.store().title());
        // What an earlier run left, processes included: a journey starts from an empty product on whichever store.
        Platform.at(layout).stop();
        FileTrees.delete(layout.data());
        var platform = Platform.start(layout);
        SampleData.load(platform.sampleTarget());
        return platform;
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

    /** The two members of the organisational mailbox. */
    List<SamplePerson> secretaries() {
        return SampleData.secretaries();
    }
}
