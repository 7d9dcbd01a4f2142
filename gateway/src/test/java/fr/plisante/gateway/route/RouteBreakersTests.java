package fr.plisante.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.plisante.gateway.page.AnswerWriterFixture;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

class RouteBreakersTests {

    private static final HandlerFunction<ServerResponse> HEALTHY =
            request -> ServerResponse.ok().build();
    private static final HandlerFunction<ServerResponse> DOWN =
            request -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE).build();
    private static final HandlerFunction<ServerResponse> OVERLOADED =
            request -> ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header("Retry-After", "60")
                    .build();
    private static final HandlerFunction<ServerResponse> UNREACHABLE = request -> {
        throw new ResourceAccessException("refused", new IOException("Connection refused"));
    };
    private static final HandlerFunction<ServerResponse> LEFT = request -> {
        throw new ResourceAccessException("gone", new ClientAbortException("Broken pipe"));
    };
    private static final HandlerFunction<ServerResponse> BROKEN = request -> {
        throw new IllegalStateException("a fault of our own");
    };

    private final RouteBreakers breakers = new RouteBreakers(
            new RouteSettings(
                    URI.create("http://localhost:8080"),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(300),
                    100,
                    100,
                    100,
                    100),
            AnswerWriterFixture.answers());

    @Test
    void asksAServiceThatIsDownNoLonger() throws Exception {
        times(10, UNREACHABLE);

        assertThat(call(HEALTHY).getStatus()).isEqualTo(503);
        assertThat(call(HEALTHY).getHeader("Retry-After")).isEqualTo("5");
        assertThat(call(HEALTHY).getContentAsString()).contains("Le service de messagerie ne répond pas");
    }

    @Test
    void asksAgainAfterAPauseWhateverBecameOfTheFirstRequests() throws Exception {
        times(10, UNREACHABLE);
        Awaitility.await().until(() -> call(LEFT).getStatus() == 400);
        times(10, LEFT);

        Awaitility.await().until(() -> call(HEALTHY).getStatus() == 200);
        times(3, HEALTHY);
        assertThat(call(UNREACHABLE).getStatus()).isEqualTo(503);
        assertThat(call(HEALTHY).getStatus()).isEqualTo(200);
    }

    @Test
    void passesOnThatAServiceIsBusyAndDoesNotCountIt() throws Exception {
        times(20, OVERLOADED);

        assertThat(call(OVERLOADED).getHeader("Retry-After")).isEqualTo("60");
        assertThat(call(HEALTHY).getStatus()).isEqualTo(200);
    }

    @Test
    void countsAServiceThatSaysItIsDown() throws Exception {
        times(10, DOWN);

        assertThat(call(HEALTHY).getStatus()).isEqualTo(503);
    }

    @Test
    void countsNeitherCallersWhoLeaveNorOurOwnFaults() throws Exception {
        times(20, LEFT);
        for (var i = 0; i < 20; i++) {
            assertThatThrownBy(() -> call(BROKEN)).isInstanceOf(IllegalStateException.class);
        }

        assertThat(call(HEALTHY).getStatus()).isEqualTo(200);
    }

    private void times(int times, HandlerFunction<ServerResponse> service) throws Exception {
        for (var i = 0; i < times; i++) {
            call(service);
        }
    }

    private MockHttpServletResponse call(HandlerFunction<ServerResponse> service) throws Exception {
        var request = new MockHttpServletRequest("GET", "/api/mailbox/mailboxes");
        var response = new MockHttpServletResponse();
        breakers.call("mailbox", ServerRequest.create(request, List.of()), service)
                .writeTo(request, response, List::of);
        return response;
    }
}
