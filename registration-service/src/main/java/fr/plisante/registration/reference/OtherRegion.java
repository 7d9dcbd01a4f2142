package fr.plisante.registration.reference;

import fr.plisante.starter.web.Refusal;
import org.springframework.http.HttpStatus;

/** An administrator acts for their own region only. */
public class OtherRegion extends Refusal {

    private static final long serialVersionUID = 1L;

    public OtherRegion() {
        super(HttpStatus.FORBIDDEN, "other-region");
    }
}
