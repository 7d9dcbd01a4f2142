package fr.plisante.starter.event;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes the topics that a service owns. One that has another number of partitions already is no matter of adding some: a
 * key would change its partition and lose its order, so the service does not start.
 */
final class TopicsAtStart implements SmartInitializingSingleton {

    private final KafkaAdmin kafka;
    private final List<NewTopic> topics;

    TopicsAtStart(KafkaAdmin kafka, List<NewTopic> topics) {
        this.kafka = kafka;
        this.topics = topics;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            var existing = admin.listTopics().names().get();
            var there = topics.stream()
                    .filter(topic -> existing.contains(topic.name()))
                    .toList();
            var described = admin.describeTopics(
                            there.stream().map(NewTopic::name).toList())
                    .allTopicNames()
                    .get();
            there.forEach(topic -> requireSame(topic, Objects.requireNonNull(described.get(topic.name()))));
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka does not say which topics it has", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while asking Kafka for its topics", e);
        }
        kafka.createOrModifyTopics(topics.toArray(NewTopic[]::new));
    }

    private static void requireSame(NewTopic topic, TopicDescription there) {
        var partitions = there.partitions().size();
        if (partitions != topic.numPartitions()) {
            throw new IllegalStateException(
                    "Topic %s has %d partitions and shall have %d: set PLISANTE_TOPIC_PARTITIONS to what it has, or move its events to a new topic"
                            .formatted(topic.name(), partitions, topic.numPartitions()));
        }
    }
}
