package fr.plisante.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How much of bodies and letters all requests together hold in memory, and those of one caller. A request notes what it
 * reads, as it reads it, and gives it back when it ends; beyond a bound it is refused with 503 and {@code Retry-After}. What is
 * noted is a part of what it costs, for text is decoded, cleaned and encoded again: so the bound is an eighth of the heap,
 * and a caller's a quarter of that, for large texts cost time as well.
 */
public final class HeldMemory extends OncePerRequestFilter {

    private static final String HELD = HeldMemory.class.getName();
    private static final int UNIT = 1024;
    private static final int PART_OF_HEAP = 8;
    private static final int PART_OF_CALLER = 4;

    private final int most;
    private final int mostOfCaller;
    private final Semaphore units;
    /** Only of those who hold something now. */
    private final ConcurrentHashMap<String, Integer> byCaller = new ConcurrentHashMap<>();

    private record Held(String caller, int units) {}

    private HeldMemory(long mostBytes, long mostBytesOfCaller) {
        this.most = Math.toIntExact(mostBytes / UNIT);
        this.mostOfCaller = Math.toIntExact(mostBytesOfCaller / UNIT);
        this.units = new Semaphore(most);
    }

    /** As this heap allows it; a caller may always hold one of the largest bodies beside what it replaces. */
    static HeldMemory ofThisHeap(long largestBody) {
        var all = Math.max(Runtime.getRuntime().maxMemory() / PART_OF_HEAP, PART_OF_CALLER * largestBody);
        return new HeldMemory(all, Math.max(all / PART_OF_CALLER, 2 * largestBody));
    }

    /**
     * Notes that the request of this thread holds so many bytes more until it ends.
     *
     * @throws Refusal 503 {@code busy} if all requests together, or those of this caller, would hold too much
     */
    public void hold(long bytes) {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        hold(request, String.valueOf(request.getRemoteUser()), Math.toIntExact(Math.ceilDiv(bytes, UNIT)));
    }

    private void hold(HttpServletRequest request, String caller, int more) {
        if (!units.tryAcquire(more)) {
            throw CommonRefusals.busy();
        }
        if (byCaller.merge(caller, more, Integer::sum) > mostOfCaller) {
            giveBack(new Held(caller, more));
            throw CommonRefusals.busy();
        }
        var before = request.getAttribute(HELD) instanceof Held held ? held.units() : 0;
        request.setAttribute(HELD, new Held(caller, before + more));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (request.getAttribute(HELD) instanceof Held held) {
                giveBack(held);
            }
        }
    }

    private void giveBack(Held held) {
        units.release(held.units());
        byCaller.computeIfPresent(held.caller(), (_, all) -> all == held.units() ? null : all - held.units());
    }

    /** What all requests hold now, in bytes. */
    long held() {
        return (long) (most - units.availablePermits()) * UNIT;
    }
}
