@org.jspecify.annotations.NullMarked
package callcentre.domain;
