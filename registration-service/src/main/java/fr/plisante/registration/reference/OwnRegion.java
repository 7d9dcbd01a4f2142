package fr.plisante.registration.reference;

import fr.plisante.starter.web.Caller;
import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** An administrator acts for their own region only. */
public final class OwnRegion {

    private OwnRegion() {}

    /** Refuses a caller of another region. */
    public static void require(Caller caller, String regionId) {
        if (!caller.regionId().equals(regionId)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "other-region");
        }
    }
}
