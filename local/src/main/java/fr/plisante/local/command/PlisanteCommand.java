package fr.plisante.local.command;

import fr.plisante.local.Layout;
import fr.plisante.local.Platform;
import fr.plisante.local.component.FileTrees;
import fr.plisante.local.component.MongoServer;
import fr.plisante.local.component.StartFailed;
import fr.plisante.samples.SampleFailed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/** Main class of {@code ./plisante}. */
final class PlisanteCommand {

    private static final String HELP = """
            ./plisante up [--containers]   start everything, load the sample people once, and stay until Ctrl-C
            ./plisante down                stop everything, from any terminal
            ./plisante status              what is running, healthy, and how much memory it takes
            ./plisante logs NAME           the log of one component, and what is added to it
            ./plisante restart NAME        start one component again
            ./plisante parked              events that a service could not carry out; replay or discard one by its id
            ./plisante demo                send a day's worth of letters between the sample people
            ./plisante reset [--yes]       delete the data folder
            ./plisante help

            PLISANTE_PORT_BASE (8080) moves every port; PLISANTE_DATA (.plisante) is the data folder;
            PLISANTE_MONGODB_URI, PLISANTE_KAFKA_BOOTSTRAP_SERVERS and PLISANTE_SMTP_HOST/PORT use your own.""";

    private PlisanteCommand() {}

    public static void main(String[] arguments) {
        var words = Arrays.asList(arguments);
        var command = words.isEmpty() ? "help" : words.getFirst();
        try {
            run(command, words.isEmpty() ? words : words.subList(1, words.size()));
        } catch (StartFailed | SampleFailed e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("./plisante " + command + " could not read or write: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void run(String command, List<String> rest) throws IOException {
        switch (command) {
            case "up" -> new Up(layout(rest)).run();
            case "down" -> down(Layout.fromEnvironment());
            case "status" -> new Status(platform()).print();
            case "logs" -> Logs.follow(platform(), named(rest, "logs"));
            case "restart" -> restart(platform(), named(rest, "restart"));
            case "parked" -> new Parked(runningPlatform()).run(rest);
            case "demo" -> Samples.demo(runningPlatform());
            case "reset" -> reset(Layout.fromEnvironment(), rest.contains("--yes"));
            case "help", "--help", "-h" -> System.out.println(HELP);
            default -> throw new StartFailed("There is no command \"" + command + "\"; ./plisante help lists them.");
        }
    }

    private static Layout layout(List<String> options) {
        var layout = Layout.fromEnvironment();
        return options.contains("--containers") ? layout.withStore(MongoServer.CONTAINER) : layout;
    }

    private static Platform platform() {
        var layout = Layout.fromEnvironment();
        if (!Files.isDirectory(layout.data())) {
            throw new StartFailed("There is no data in " + layout.data() + " yet; ./plisante up makes it.");
        }
        return Platform.at(layout);
    }

    private static Platform runningPlatform() {
        var platform = platform();
        if (!platform.healthy("gateway")) {
            throw new StartFailed("Plisanté is not running; start it with ./plisante up in another terminal.");
        }
        return platform;
    }

    private static String named(List<String> rest, String command) {
        if (rest.isEmpty()) {
            throw new StartFailed(
                    "./plisante " + command + " needs the name of a component; ./plisante status lists them.");
        }
        return rest.getFirst();
    }

    private static void down(Layout layout) {
        if (!Files.isDirectory(layout.data()) || Platform.at(layout).running().isEmpty()) {
            System.out.println("Plisanté is not running from " + layout.data() + ".");
            return;
        }
        Platform.at(layout).stop();
        System.out.println("Stopped; the data stays in " + layout.data() + ".");
    }

    private static void restart(Platform platform, String name) {
        if (!platform.names().contains(name)) {
            throw new StartFailed("There is no component \"" + name + "\"; ./plisante status lists them.");
        }
        platform.restart(name);
        System.out.println(name + " is back.");
    }

    private static void reset(Layout layout, boolean sure) {
        if (!Files.isDirectory(layout.data())) {
            System.out.println("There is no data in " + layout.data() + ".");
            return;
        }
        if (!Files.exists(layout.data().resolve("port-base"))) {
            throw new StartFailed(layout.data() + " does not look like a Plisanté data folder, so it was left alone.");
        }
        if (!sure && !confirmed(layout)) {
            System.out.println("Nothing was deleted.");
            return;
        }
        Platform.at(layout).stop();
        FileTrees.delete(layout.data());
        System.out.println("Deleted " + layout.data() + "; the next ./plisante up begins anew.");
    }

    private static boolean confirmed(Layout layout) {
        System.out.print("Delete all accounts, letters and mails in " + layout.data() + "? [y/N] ");
        System.out.flush();
        // Without anyone to answer, the input is at its end and the answer is no.
        try (var answers = new Scanner(System.in, StandardCharsets.UTF_8)) {
            return answers.hasNextLine()
                    && answers.nextLine().strip().toLowerCase(Locale.ROOT).matches("y|yes|o|oui");
        }
    }
}
