package fr.plisante.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.session.MapSession;
import org.springframework.session.Session;

/** A session in use. It knows what of it is stored. */
final class LiveSession implements Session {

    private final MapSession state;
    private @Nullable String storedId;
    private Instant storedAccess = Instant.EPOCH;
    private boolean changed;

    private LiveSession(MapSession state) {
        this.state = state;
        state.setSessionIdGenerator(SessionIds::next);
    }

    static LiveSession fresh() {
        var session = new LiveSession(new MapSession(SessionIds.next()));
        session.changed = true;
        return session;
    }

    static LiveSession of(String id, SessionDocument stored, Map<String, Object> attributes) {
        var state = new MapSession(id);
        state.setCreationTime(stored.createdAt());
        state.setLastAccessedTime(stored.accessedAt());
        state.setMaxInactiveInterval(Duration.between(stored.accessedAt(), stored.expiresAt()));
        attributes.forEach(state::setAttribute);
        var session = new LiveSession(state);
        session.storedId = id;
        session.storedAccess = stored.accessedAt();
        return session;
    }

    @Nullable String storedId() {
        return storedId;
    }

    boolean changed() {
        return changed || !Objects.equals(storedId, getId());
    }

    boolean touched(Duration atLeast) {
        return Duration.between(storedAccess, getLastAccessedTime()).compareTo(atLeast) >= 0;
    }

    void stored() {
        storedId = getId();
        storedAccess = getLastAccessedTime();
        changed = false;
    }

    Instant expiresAt() {
        return getLastAccessedTime().plus(getMaxInactiveInterval());
    }

    Map<String, Object> attributes() {
        return getAttributeNames().stream().collect(Collectors.toMap(Function.identity(), state::getRequiredAttribute));
    }

    @Override
    public String getId() {
        return state.getId();
    }

    @Override
    public String changeSessionId() {
        return state.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // the signature of the interface
    public <T> @Nullable T getAttribute(String name) {
        return state.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return state.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        changed = true;
        state.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        state.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return state.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant time) {
        state.setLastAccessedTime(time);
    }

    @Override
    public Instant getLastAccessedTime() {
        return state.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        state.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return state.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return state.isExpired();
    }
}
