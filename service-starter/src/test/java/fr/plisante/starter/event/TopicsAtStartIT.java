package fr.plisante.starter.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.events.mailbox.MailboxOpened;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

@RunningStarter
class TopicsAtStartIT {

    @Autowired
    KafkaAdmin kafka;

    @Test
    void refusesAnotherNumberOfPartitionsThanThereAre() {
        var four = TopicBuilder.name(MailboxOpened.TOPIC).partitions(4).build();

        assertThatThrownBy(() -> new TopicsAtStart(kafka, List.of(four)).afterSingletonsInstantiated())
                .hasMessageStartingWith("Topic " + MailboxOpened.TOPIC + " has 3 partitions and shall have 4");
        assertThat(kafka.describeTopics(MailboxOpened.TOPIC)
                        .get(MailboxOpened.TOPIC)
                        .partitions())
                .hasSize(3);
    }

    @Test
    void keepsDeadLettersAndLetsNoLoneLeaderAnswerForAll() throws Exception {
        assertThat(setting(MailboxOpened.TOPIC + "-dlt", "retention.ms")).isEqualTo("-1");
        assertThat(setting(MailboxOpened.TOPIC, "min.insync.replicas")).isEqualTo("1");
    }

    private String setting(String topic, String name) throws Exception {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (var admin = Admin.create(kafka.getConfigurationProperties())) {
            return admin.describeConfigs(List.of(resource))
                    .all()
                    .get()
                    .get(resource)
                    .get(name)
                    .value();
        }
    }
}
