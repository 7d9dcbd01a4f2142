package fr.plisante.starter.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import java.util.ArrayDeque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class HeldMemoryTests {

    private static final long ALL = Runtime.getRuntime().maxMemory() / 8;
    private static final long ONE = ALL / 4;

    private final HeldMemory memory = HeldMemory.ofThisHeap(4 << 20);

    @AfterEach
    void noRequest() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void givesBackWhenARequestEndsHoweverItEnds() throws Exception {
        during("a", () -> assertHolding(ONE - 1024));
        assertThatThrownBy(() -> during("a", () -> {
                    memory.hold(ONE - 1024);
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(memory.held()).isZero();
        during("a", () -> assertHolding(ONE - 1024));
    }

    @Test
    void refusesOneWhoHoldsTooMuchAndNobodyElse() throws Exception {
        during("a", () -> {
            memory.hold(ONE / 2);
            during("a", () -> {
                memory.hold(ONE / 2 - 2048);
                assertBusy(4096);
                during("b", () -> assertHolding(ONE - 1024));
            });
            // What was refused is not held.
            assertHolding(ONE / 2 - 2048);
        });
        assertThat(memory.held()).isZero();
    }

    @Test
    void refusesWhatAllTogetherCannotHold() throws Exception {
        var others = new ArrayDeque<>(List.of("a", "b", "c", "d"));
        holdingAll(others, () -> during("e", () -> assertBusy(64 * 1024)));

        assertThat(memory.held()).isZero();
    }

    private interface Deed {
        void run() throws Exception;
    }

    private void holdingAll(ArrayDeque<String> callers, Deed then) throws Exception {
        var caller = callers.poll();
        if (caller == null) {
            then.run();
        } else {
            during(caller, () -> {
                memory.hold(ONE - 1024);
                holdingAll(callers, then);
            });
        }
    }

    private void assertHolding(long bytes) {
        var before = memory.held();
        memory.hold(bytes);
        assertThat(memory.held() - before).isBetween(bytes, bytes + 1024);
    }

    private void assertBusy(long bytes) {
        assertThatThrownBy(() -> memory.hold(bytes)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
            assertThat(refusal.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
        });
    }

    /** One request within another stands for two at once. */
    private void during(String caller, Deed deed) throws Exception {
        var request = new MockHttpServletRequest();
        request.setRemoteUser(caller);
        var outer = RequestContextHolder.getRequestAttributes();
        FilterChain chain = (_, _) -> {
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
            try {
                deed.run();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                RequestContextHolder.setRequestAttributes(outer);
            }
        };
        memory.doFilter(request, new MockHttpServletResponse(), chain);
    }
}
