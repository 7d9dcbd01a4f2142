package fr.plisante.testkit;

import fr.plisante.local.component.Containers;
import fr.plisante.local.component.StartFailed;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;

/** The provider that takes real images, where Docker answers. */
final class ContainerComponents {

    private ContainerComponents() {}

    static String startMongodb() {
        requireDocker();
        var container = new MongoDBContainer(Containers.image("mongodb"));
        container.start();
        return container.getConnectionString() + "/?directConnection=true";
    }

    static String startKafka() {
        requireDocker();
        var container = new KafkaContainer(Containers.image("kafka"));
        container.start();
        return container.getBootstrapServers();
    }

    private static void requireDocker() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new StartFailed("Containers were asked for and Docker does not answer: start Docker, or leave"
                    + " PLISANTE_TEST_STORE empty to use the embedded store.");
        }
    }
}
