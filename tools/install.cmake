# What an installed copy is made of: `cmake --install build/release --prefix /usr/local`. share/muster mirrors the source
# tree, so that a file has one name wherever the program lies (tools/process/shipped_files.h).
include(GNUInstallDirs)
set(data ${CMAKE_INSTALL_DATADIR}/muster)

install(TARGETS muster muster-view)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/floorplans/library ${CMAKE_SOURCE_DIR}/floorplans/rules DESTINATION ${data}/floorplans)
install(FILES ${CMAKE_SOURCE_DIR}/floorplans/plan.schema.json ${CMAKE_SOURCE_DIR}/floorplans/rules.schema.json
              ${CMAKE_SOURCE_DIR}/floorplans/FORMAT.md DESTINATION ${data}/floorplans)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/scenarios/library DESTINATION ${data}/scenarios)
install(FILES ${CMAKE_SOURCE_DIR}/scenarios/scenario.schema.json ${CMAKE_SOURCE_DIR}/scenarios/risk_map.schema.json
              ${CMAKE_SOURCE_DIR}/scenarios/FORMAT.md DESTINATION ${data}/scenarios)
install(DIRECTORY ${CMAKE_SOURCE_DIR}/tests/verification DESTINATION ${data}/tests)
install(FILES ${CMAKE_SOURCE_DIR}/tools/office/documents/make_docx.py DESTINATION ${data}/tools/office/documents)
install(FILES ${CMAKE_SOURCE_DIR}/LICENSE ${CMAKE_SOURCE_DIR}/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})

# Man pages and completion are made of the program that was built.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
set(manual ${CMAKE_BINARY_DIR}/manual)
install(CODE "execute_process(COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_SOURCE_DIR}/tools/manual $<TARGET_FILE:muster> ${manual}
                              COMMAND_ERROR_IS_FATAL ANY)")
install(DIRECTORY ${manual}/man ${manual}/bash-completion DESTINATION ${CMAKE_INSTALL_DATADIR})
