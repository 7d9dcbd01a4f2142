package fr.plisante.starter.event;

import fr.plisante.events.Contract;
import fr.plisante.events.StateEvent;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.adapter.RecordFilterStrategy;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.FailedDeserializationInfo;

/**
 * Keeps records that are no event of the contract from listeners: they go, with the reason and as they came, to the
 * topic's {@code -dlt}. An event that can be read is never a dead letter; its listener retries until it succeeds.
 */
final class DeadLetters implements RecordFilterStrategy<Object, Object> {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final DeadLetterPublishingRecoverer publisher;

    DeadLetters(KafkaOperations<?, ?> kafka) {
        publisher = new DeadLetterPublishingRecoverer(
                kafka, (consumed, reason) -> new TopicPartition(consumed.topic() + "-dlt", 0));
        publisher.excludeHeader(HeadersToAdd.EX_STACKTRACE);
        publisher.setHeadersFunction((consumed, reason) -> new RecordHeaders()
                .add("plisante-reason", String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean filter(ConsumerRecord<Object, Object> consumed) {
        if (consumed.value() instanceof ReceivedEvent || isTombstone(consumed)) {
            return false;
        }
        var failure = failure(consumed);
        var reason = String.valueOf(failure.getMessage());
        publisher.accept(
                consumed, null, new ListenerExecutionFailedException(reason, KafkaUtils.getConsumerGroupId(), failure));
        LOG.error(
                "Unreadable record {}-{}@{} put into the dead letters: {}",
                consumed.topic(),
                consumed.partition(),
                consumed.offset(),
                reason);
        return true;
    }

    /** A record without a value that tells to forget the aggregate of its key. */
    static boolean isTombstone(ConsumerRecord<?, ?> consumed) {
        return consumed.value() == null
                && StateEvent.class.isAssignableFrom(Contract.type(consumed.topic()))
                && consumed.key() instanceof String key
                && ID.matcher(key).matches();
    }

    private static Exception failure(ConsumerRecord<?, ?> consumed) {
        return consumed.value() instanceof FailedDeserializationInfo failed
                ? failed.getException()
                : new SerializationException("The record has no data");
    }
}
