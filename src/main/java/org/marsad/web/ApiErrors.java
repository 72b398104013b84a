package org.marsad.web;

import org.marsad.mapview.BadParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
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
}
