package fr.plisante.starter.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.TimeoutException;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.HttpClientErrorException;

class OutageTests {

    private static final int TOO_LARGE = 10334;
    private static final int SHUTDOWN = 91;

    @ParameterizedTest
    @MethodSource("outages")
    void isWaitedFor(Exception failure) {
        assertThat(Outage.isOne(new IllegalStateException("wrapped", failure))).isTrue();
    }

    static Stream<Exception> outages() {
        return Stream.of(
                new MongoTimeoutException("away"),
                answer(SHUTDOWN),
                bulk(SHUTDOWN),
                new TransientDataAccessResourceException("slow"),
                new UncheckedIOException(new IOException("No space left on device")),
                new TimeoutException("Kafka"),
                refusal(HttpStatus.TOO_MANY_REQUESTS));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isNoneWhenTheEventIsToBlame(Exception failure) {
        assertThat(Outage.isOne(new IllegalStateException("wrapped", failure))).isFalse();
    }

    static Stream<Exception> faults() {
        return Stream.of(
                new IllegalStateException("No key"),
                answer(TOO_LARGE),
                bulk(TOO_LARGE),
                new BsonMaximumSizeExceededException("17 MB"),
                new UncheckedIOException(new NoSuchFileException("blob")),
                refusal(HttpStatus.CONFLICT));
    }

    private static Exception answer(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)), new ServerAddress());
    }

    private static Exception bulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "refused", new BsonDocument(), 0)),
                null,
                new ServerAddress(),
                Set.of());
    }

    private static Exception refusal(HttpStatus status) {
        return HttpClientErrorException.create(status, status.name(), HttpHeaders.EMPTY, new byte[0], null);
    }
}
