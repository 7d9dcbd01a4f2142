package fr.plisante.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainersTests {

    private static final int PORT = 18_090;

    @TempDir
    Path folder;

    @Test
    void runTheVersionsOfTheProcesses() throws Exception {
        var pom = Files.readString(Path.of("..", "pom.xml"));

        assertThat(Containers.image("kafka")).isEqualTo("apache/kafka:" + property(pom, "kafka-broker.version"));
        assertThat(Containers.image("keycloak"))
                .isEqualTo("quay.io/keycloak/keycloak:" + property(pom, "keycloak.version"));
        assertThat(Containers.image("mongodb")).isEqualTo("mongo:" + property(pom, "mongodb-image.version"));
    }

    @Test
    void listenOnLoopbackAlone() {
        var kafka = Containers.kafka(folder, folder.resolve("log"), PORT);
        var mongodb = Containers.mongodb(folder, folder.resolve("log"), PORT);

        assertThat(kafka.command()).containsSequence("-p", "127.0.0.1:18090:18090");
        assertThat(mongodb.command())
                .containsSequence("-p", "127.0.0.1:18090:27017")
                .endsWith(Containers.image("mongodb"));
    }

    @Test
    void areToldTheirSettingsByNameSoThatNoSecretIsInTheCommand() {
        var kafka = Containers.kafka(folder, folder.resolve("log"), PORT);

        assertThat(kafka.command()).containsSequence("-e", "KAFKA_LISTENERS");
        assertThat(kafka.environment())
                .containsEntry("KAFKA_LISTENERS", "PLAINTEXT://:9092,OUTSIDE://:18090,CONTROLLER://:9093");
        assertThat(kafka.command()).noneMatch(word -> word.contains("9093"));
    }

    private static String property(String pom, String name) {
        return pom.replaceAll("(?s).*<" + name + ">(.*?)</" + name + ">.*", "$1");
    }
}
