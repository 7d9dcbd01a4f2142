package fr.plisante.bench;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.sample.SampleData;
import fr.plisante.local.sample.SamplePerson;
import fr.plisante.local.sample.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The product of a measurement, on ports and data of its own, with the sample people in it. */
final class Stage implements AutoCloseable {

    private static final int PORT_BASE = 19_280;

    private final Platform platform;

    private Stage(Platform platform) {
        this.platform = platform;
    }

    static Stage open(String name) {
        var layout = Layout.in(Path.of("bench", "target", name + "-" + store()), PORT_BASE);
        say("Store: " + layout.store().title() + ". Starting...");
        var platform = Platform.start(layout);
        SampleData.load(platform.sampleTarget());
        return new Stage(platform);
    }

    /** Data made on one store means nothing to another. */
    private static String store() {
        return MongoServer.chosen(System.getenv()).name().toLowerCase(Locale.ROOT);
    }

    Platform platform() {
        return platform;
    }

    /** The people of the samples who may write to each other, each signed in with a token of their own. */
    List<Correspondent> correspondents(int most) {
        var signIn = new SignIn(platform.publicUrl(), platform.url("smtp-sink"));
        return SampleData.people().stream()
                .filter(person -> !person.administrator())
                .limit(most)
                .map(person -> correspondent(signIn, person))
                .toList();
    }

    private Correspondent correspondent(SignIn signIn, SamplePerson person) {
        return Correspondent.of(
                person,
                signIn.tokens(
                        person.email(), person.password(), platform.secrets().client("gateway")),
                platform.publicUrl());
    }

    static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() {
        platform.stop();
    }
}
