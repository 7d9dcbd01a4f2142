package fr.plisante.keycloak.code;

import java.util.Objects;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationSessionManager;

/** The step after the password: asks for the code that auth-service mailed, and lets nobody in without it. */
final class CodeAuthenticator implements Authenticator {

    static final String CATEGORY = "otp";
    private static final Logger LOG = Logger.getLogger(CodeAuthenticator.class);

    private final CodesClient codes;

    CodeAuthenticator(CodesClient codes) {
        this.codes = codes;
    }

    /** Runs on every display of the page, refresh and Back included: auth-service answers for the code it already sent. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (refusedByBruteForce(context)) {
            return;
        }
        var user = context.getUser();
        var accountId = user.getFirstAttribute("accountId");
        var regionId = user.getFirstAttribute("regionId");
        if (accountId == null || regionId == null || user.getEmail() == null) {
            LOG.errorf("user %s has no accountId, no regionId or no e-mail address: no code can be sent", user.getId());
            context.getEvent().user(user).error(Errors.INVALID_EMAIL);
            context.failure(
                    AuthenticationFlowError.INTERNAL_ERROR,
                    new CodePage(context).ended("plisanteAccountIncompleteTitle", "plisanteAccountIncomplete", 0));
            return;
        }
        var locale = context.getSession().getContext().resolveLocale(user).getLanguage();
        show(context, codes.issue(token(context), signInId(context), accountId, regionId, user.getEmail(), locale));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        if (refusedByBruteForce(context)) {
            return;
        }
        var form = context.getHttpRequest().getDecodedFormParameters();
        if (form.containsKey("resend")) {
            show(context, codes.resend(token(context), signInId(context)));
            return;
        }
        if (form.containsKey("retry")) {
            authenticate(context);
            return;
        }
        TypedCode.read(form.getFirst("code"))
                .ifPresentOrElse(
                        code -> show(context, codes.check(token(context), signInId(context), code)),
                        () -> context.forceChallenge(new CodePage(context).wrong("plisanteCodeMalformed")));
    }

    private static void show(AuthenticationFlowContext context, CodeAnswer answer) {
        var page = new CodePage(context);
        switch (answer) {
            case CodeAnswer.Sent sent -> context.challenge(page.sent(sent));
            case CodeAnswer.TooSoon tooSoon -> context.forceChallenge(page.tooSoon(tooSoon));
            case CodeAnswer.TooMany tooMany -> context.forceChallenge(page.tooMany(tooMany));
            case CodeAnswer.Right() -> context.success(CATEGORY);
            case CodeAnswer.Wrong wrong -> refuse(context, page, wrong);
            case CodeAnswer.Expired() -> context.forceChallenge(page.spent("plisanteCodeExpired"));
            case CodeAnswer.UsedUp() -> context.forceChallenge(page.spent("plisanteCodeUsedUp"));
            case CodeAnswer.Locked locked -> lock(context, page, CodePage.minutesUntil(locked.until()));
            case CodeAnswer.Unavailable unavailable -> context.forceChallenge(page.unavailable());
        }
    }

    private static void refuse(AuthenticationFlowContext context, CodePage page, CodeAnswer.Wrong wrong) {
        context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        context.failureChallenge(
                AuthenticationFlowError.INVALID_CREDENTIALS,
                wrong.triesLeft() > 0
                        ? page.wrong("plisanteCodeWrong", wrong.triesLeft())
                        : page.spent("plisanteCodeWrongLast"));
    }

    private static boolean refusedByBruteForce(AuthenticationFlowContext context) {
        if (AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser()) == null) {
            return false;
        }
        lock(context, new CodePage(context), 0);
        return true;
    }

    /** Ends the sign-in: whoever comes back later starts with the password, so that guessing cannot simply go on. */
    private static void lock(AuthenticationFlowContext context, CodePage page, long minutes) {
        context.getEvent().user(context.getUser()).error(Errors.USER_TEMPORARILY_DISABLED);
        var ended = page.ended("plisanteLockedTitle", minutes > 0 ? "plisanteLockedFor" : "plisanteLocked", minutes);
        new AuthenticationSessionManager(context.getSession())
                .removeTabIdInAuthenticationSession(context.getRealm(), context.getAuthenticationSession());
        context.forceChallenge(ended);
    }

    private static String token(AuthenticationFlowContext context) {
        return CodesToken.sign(context.getSession());
    }

    private static String signInId(AuthenticationFlowContext context) {
        return SignInId.of(context.getAuthenticationSession(), Objects.requireNonNull(context.getUser()));
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // Nothing to set up: every account has an address.
    }

    @Override
    public void close() {
        // The client belongs to the factory.
    }
}
