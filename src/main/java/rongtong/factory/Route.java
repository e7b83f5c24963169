package rongtong.factory;

/**
 * Who handles the investments of one school.
 *
 * @param industryOrgan code of the industry department (行业主管部门), which reviews
 * @param financeOrgan code of the finance department of the school's own level (本级财政部门), which decides and files
 */
public record Route(String industryOrgan, String financeOrgan) {}
