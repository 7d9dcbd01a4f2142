package fr.plisante.keycloak.password;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.actiontoken.execactions.ExecuteActionsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.models.AdminRoles;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.resources.LoginActionsService;

/** Links that let an account's owner choose a password: whoever may manage users may ask for one, and mails it. */
public final class PasswordLinks {

    private static final Logger LOG = Logger.getLogger(PasswordLinks.class);
    private static final Duration LIFESPAN = Duration.ofDays(7);
    private static final String GATEWAY = "gateway";

    private final KeycloakSession session;

    PasswordLinks(KeycloakSession session) {
        this.session = session;
    }

    public record Question(@JsonProperty("userId") @Nullable String userId) {}

    public record Link(
            @JsonProperty("url") String url,
            @JsonProperty("expiresAt") String expiresAt) {}

    @POST
    @Path("password-links")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Link make(Question question) {
        requireUserManager();
        var context = session.getContext();
        var realm = context.getRealm();
        var user = question.userId() == null ? null : session.users().getUserById(realm, question.userId());
        if (user == null || !user.isEnabled()) {
            throw new NotFoundException();
        }
        var expiry = Instant.ofEpochSecond(Time.currentTimeSeconds()).plus(LIFESPAN);
        var token = token(user, expiry, realm.getClientByClientId(GATEWAY));
        var url = LoginActionsService.actionTokenProcessor(context.getUri())
                .queryParam(Constants.KEY, token.serialize(session, realm, context.getUri()))
                .build(realm.getName());
        LOG.infof("made a password link for user %s", user.getId());
        return new Link(url.toString(), expiry.toString());
    }

    /** The token carries the address, so the link dies when the address changes, and using it confirms the address. */
    private static ExecuteActionsActionToken token(UserModel user, Instant expiry, ClientModel gateway) {
        return new ExecuteActionsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(expiry.getEpochSecond()),
                List.of(UserModel.RequiredAction.UPDATE_PASSWORD.name()),
                gateway.getBaseUrl(),
                gateway.getClientId());
    }

    private void requireUserManager() {
        var caller = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
        if (caller == null) {
            throw new NotAuthorizedException("Bearer");
        }
        var access = caller.token().getResourceAccess(Constants.REALM_MANAGEMENT_CLIENT_ID);
        if (access == null || !access.isUserInRole(AdminRoles.MANAGE_USERS)) {
            throw new ForbiddenException();
        }
    }
}
