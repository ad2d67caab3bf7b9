/** For the tests of functions: drives a whole function as API Gateway would. */
package callcentre.api.testing;
