package fr.plisante.webmail.client;

import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.stereotype.Component;

/** Asks while the page asks something else, as the same person and in the same language. */
@Component
public final class SideBySide {

    private final AsyncTaskExecutor executor;

    SideBySide(AsyncTaskExecutor applicationTaskExecutor) {
        this.executor = applicationTaskExecutor;
    }

    /** Asks now; whoever wants the answer waits for it, and gets its failure as if they had asked themselves. */
    public <T> Supplier<T> ask(Supplier<T> question) {
        var answer = executor.submitCompletable(question::get);
        return () -> {
            try {
                return answer.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
            }
        };
    }
}
