package fr.plisante.notification.notice;

/** The link of a welcome cannot be had now: the account is not yet in Keycloak, or auth-service is away. */
class PasswordLinkUnavailable extends Exception {

    private static final long serialVersionUID = 1L;

    PasswordLinkUnavailable(String reason) {
        super(reason, null, false, false);
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
