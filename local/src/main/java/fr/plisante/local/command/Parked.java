package fr.plisante.local.command;

import fr.plisante.local.Platform;
import fr.plisante.local.component.StartFailed;
import fr.plisante.samples.Http;
import fr.plisante.samples.KeycloakAdmin;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Events that a service could not carry out, and what an operator does about them. */
final class Parked {

    private static final List<String> PARKING = Platform.SERVICES.stream()
            .filter(service -> !Set.of("webmail", "gateway").contains(service))
            .toList();

    private final Platform platform;
    private final String token;

    Parked(Platform platform) {
        this.platform = platform;
        this.token = new KeycloakAdmin(platform.sampleTarget()).bootstrapToken(Map.of("scope", "ops"));
    }

    void run(List<String> words) {
        if (words.isEmpty()) {
            list();
        } else if (words.size() == 3 && words.getFirst().equals("replay")) {
            settle("POST", words.get(1), words.get(2), "");
        } else if (words.size() == 4 && words.getFirst().equals("discard")) {
            settle("DELETE", words.get(1), words.get(2), "?because=" + encoded(words.get(3)));
        } else {
            throw new StartFailed("./plisante parked; parked replay SERVICE ID; parked discard SERVICE ID REASON");
        }
    }

    private void list() {
        var none = true;
        for (var service : PARKING) {
            for (var one : ask("GET", service, "")) {
                none = false;
                System.out.printf(
                        "%s %s%n    since %s, tried %d times: %s%n",
                        service,
                        one.path("id").asString(),
                        one.path("parkedAt").asString(),
                        one.path("attempts").asInt(),
                        one.path("reason").asString());
            }
        }
        if (none) {
            System.out.println("No event is parked.");
        }
    }

    private void settle(String method, String service, String id, String more) {
        var outcome = ask(method, service, "/" + encoded(id) + more);
        if (outcome.isEmpty()) {
            throw new StartFailed(service + " has no event parked under " + id + "; ./plisante parked lists them.");
        }
        System.out.println(
                outcome.path("state").asString() + " " + outcome.path("reason").asString(""));
    }

    /** What the service answers; empty when it has nothing under the path. */
    private JsonNode ask(String method, String service, String path) {
        if (!PARKING.contains(service)) {
            throw new StartFailed("\"" + service + "\" parks no events; these do: " + String.join(", ", PARKING));
        }
        var answer = Http.send(Http.request(platform.url(service).resolve("/actuator/parked" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, method.equals("POST") ? BodyPublishers.ofString("{}") : BodyPublishers.noBody()));
        return answer.statusCode() == 404 ? JsonMapper.shared().nullNode() : Http.json(answer);
    }

    /** In a path, where a plus is no blank. */
    private static String encoded(String text) {
        return Http.encoded(text).replace("+", "%20");
    }
}
