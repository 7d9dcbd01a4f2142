package fr.plisante.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much of bodies and letters all requests together hold in memory. A request notes what it reads, as it reads it, and
 * gives it back when it ends; beyond the bound it is refused with 503 and {@code Retry-After}. What is noted is a part of what it
 * costs, for text is decoded, cleaned and encoded again: so the bound is an eighth of the heap.
 */
public final class HeldMemory extends OncePerRequestFilter {

    private static final String HELD = HeldMemory.class.getName();
    private static final int UNIT = 1024;
    private static final int PART_OF_HEAP = 8;

    private final Semaphore units;

    HeldMemory(long mostBytes) {
        this.units = new Semaphore(Math.toIntExact(mostBytes / UNIT));
    }

    /** As this heap allows it; at least two of the largest bodies. */
    static HeldMemory ofThisHeap(long largestBody) {
        return new HeldMemory(Math.max(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, 2 * largestBody));
    }

    /**
     * Notes that the request of this thread holds so many bytes more until it ends.
     *
     * @throws Refusal 503 {@code busy} if all requests together would hold too much
     */
    public void hold(long bytes) {
        var request = RequestContextHolder.currentRequestAttributes();
        int more = Math.toIntExact(Math.ceilDiv(bytes, UNIT));
        if (!units.tryAcquire(more)) {
            throw CommonRefusals.busy();
        }
        var held = (Integer) request.getAttribute(HELD, RequestAttributes.SCOPE_REQUEST);
        request.setAttribute(HELD, more + (held == null ? 0 : held), RequestAttributes.SCOPE_REQUEST);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            giveBack(request);
        }
    }

    void giveBack(HttpServletRequest request) {
        if (request.getAttribute(HELD) instanceof Integer held) {
            units.release(held);
        }
    }
}
