package fr.plisante.starter.event;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import fr.plisante.starter.client.ServiceUnavailable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.web.client.HttpClientErrorException.TooManyRequests;

/** Tells the failures that pass by themselves, when the store or another service is back, from those of one event. */
final class Outage {

    /** What the server says of a document, whoever sends it: too large (two codes), refused by a rule, or there already. */
    private static final Set<Integer> OF_THE_DOCUMENT = Set.of(10334, 17419, 121, 11000);

    private Outage() {}

    /** Whether trying again later is all that helps. */
    static boolean isOne(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(Outage::passes);
    }

    private static boolean passes(Throwable failure) {
        return switch (failure) {
            case MongoBulkWriteException answer ->
                answer.getWriteErrors().stream().noneMatch(error -> OF_THE_DOCUMENT.contains(error.getCode()));
            case MongoServerException answer -> !OF_THE_DOCUMENT.contains(answer.getCode());
            case NoSuchFileException _ -> false;
            case MongoException _,
                    TransientDataAccessException _,
                    ServiceUnavailable _,
                    TooManyRequests _,
                    IOException _,
                    KafkaException _,
                    InterruptedException _ -> true;
            default -> false;
        };
    }
}
