package fr.plisante.gateway.session;

import com.mongodb.MongoException;
import fr.plisante.gateway.page.AnswerWriter;
import fr.plisante.gateway.page.GatewayRefusals;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers while the sessions cannot be read. The usual error page cannot: it would read the session again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class StoreOutage extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(StoreOutage.class);

    private final AnswerWriter answers;

    StoreOutage(AnswerWriter answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (MongoException e) {
            if (response.isCommitted()) {
                throw e;
            }
            LOG.warn("The sessions cannot be read or written: {}", e.getMessage());
            response.reset();
            answers.refuse(request, response, GatewayRefusals.sessionsUnavailable());
        }
    }
}
