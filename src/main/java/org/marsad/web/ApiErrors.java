package org.marsad.web;

import java.util.Locale;
import org.marsad.mapview.BadParameterException;
import org.marsad.mapview.ModelLoadingException;
import org.marsad.snapshot.SnapshotRefusedException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says what was wrong with a request, as a problem document (RFC 9457). */
@RestControllerAdvice
final class ApiErrors {
    @ExceptionHandler
    ProblemDetail badParameter(BadParameterException e) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
        problem.setTitle("Bad parameter");
        problem.setProperty("parameter", e.parameter());
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> snapshotRefused(SnapshotRefusedException e) {
        var status = switch (e.reason()) {
            case MISSING -> HttpStatus.NOT_FOUND;
            case WITHDRAWN -> HttpStatus.CONFLICT;
            case DISK -> HttpStatus.INSUFFICIENT_STORAGE;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.BAD_REQUEST;
        };
        var problem = ProblemDetail.forStatusAndDetail(status, e.getMessage());
        problem.setTitle("Snapshot refused");
        problem.setProperty("reason", e.reason().name().toLowerCase(Locale.ROOT));
        return ResponseEntity.status(status).body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> loading(ModelLoadingException e) {
        return unavailable("Loading", e.getMessage());
    }

    /** What was read before is served without it; this could not be. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(DataAccessResourceFailureException e) {
        return unavailable("Database away", "The database cannot be reached. Try again in a moment.");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> databaseAway(CannotCreateTransactionException e) {
        return unavailable("Database away", "The database cannot be reached. Try again in a moment.");
    }

    private static ResponseEntity<ProblemDetail> unavailable(String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail);
        problem.setTitle(title);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }
}
